namespace AmazonIn.Domain.Ports.Queries;

public enum PackageSort
{
    Number,
    PackedAt,
}
