namespace AmazonIn.Domain.Ports.Queries;

/// <summary>How far a package is, for the list of packages.</summary>
public enum PackageStage
{
    /// <summary>Packed, and its order is open: to be shipped.</summary>
    ToShip,

    Shipped,

    /// <summary>Amazon said no, or shows the package otherwise: needs a person.</summary>
    Refused,

    /// <summary>On its way to Amazon.</summary>
    Waiting,
}
