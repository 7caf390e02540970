namespace AmazonIn.Tests.SpApi.Contracts;

internal enum FieldClass
{
    /// <summary>Read, and leads to the vault only.</summary>
    Personal,

    /// <summary>Read, and may be stored and shown.</summary>
    NotPersonal,

    /// <summary>Not read at all; whether personal or not, it never gets past the parser.</summary>
    Unused,
}
