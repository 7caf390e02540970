using AmazonIn.Portal.Components.Shared;

namespace AmazonIn.Portal.Features.Exports;

/// <summary>Who asks for a file, and how their list is narrowed.</summary>
/// <param name="Context">Whose going away ends the reading.</param>
/// <param name="Zone">For days and times, and for the day in the file's name.</param>
internal sealed record ExportRequest(HttpContext Context, ListQuery Query, TimeZoneInfo Zone);
