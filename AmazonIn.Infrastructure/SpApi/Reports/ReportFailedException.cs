namespace AmazonIn.Infrastructure.SpApi.Reports;

/// <summary>
/// Amazon did not make a usable report: it failed, took too long, or holds something else than rows. Another way to
/// the same data may be open, so this never leaves the client as it is.
/// </summary>
internal sealed class ReportFailedException(string message) : Exception(message);
