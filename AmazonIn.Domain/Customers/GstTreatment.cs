namespace AmazonIn.Domain.Customers;

/// <summary>How GST treats a buyer.</summary>
public enum GstTreatment
{
    /// <summary>In India, without a valid GSTIN.</summary>
    Consumer,

    /// <summary>In India, with a valid GSTIN.</summary>
    RegisteredBusiness,

    /// <summary>Outside India.</summary>
    Overseas,
}
