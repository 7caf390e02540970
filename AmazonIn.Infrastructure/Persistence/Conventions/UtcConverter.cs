using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace AmazonIn.Infrastructure.Persistence.Conventions;

/// <summary>Stores instants as UTC, since SQLite can neither order nor compare offsets.</summary>
internal sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTime>(
    instant => instant.UtcDateTime,
    stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc)));
