using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Sync;
using AmazonIn.Domain.Tax;
using AutoMapper;

namespace AmazonIn.Infrastructure.Persistence.Queries;

/// <summary>
/// The read models that are one row of one table. Used with <c>ProjectTo</c> only, so that the database sends the
/// columns asked for and no others; models with joins or sums are projected where they are read.
/// </summary>
internal sealed class ReadModelProfile : Profile
{
    public ReadModelProfile()
    {
        CreateProjection<TaxRate, TaxRateRow>();
        CreateProjection<OrderComment, CommentRow>();
        CreateProjection<OrderComment, CommentOfOrder>()
            .ForMember(row => row.Comment, member => member.MapFrom(comment => comment));

        // The key is all that an entry knows of its subject; whose it is, is looked up for the whole page.
        CreateProjection<SyncEntry, EntryRow>()
            .ForCtorParam(nameof(EntryRow.SubjectId), row => row.MapFrom(_ => (long?)null));
    }
}
