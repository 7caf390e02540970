using System.Text.Json;

using AmazonIn.Infrastructure.Sandbox.Documents;
using AmazonIn.Infrastructure.Sandbox.Quotas;
using AmazonIn.Infrastructure.Sandbox.Wire;

using Microsoft.AspNetCore.Http;

namespace AmazonIn.Infrastructure.Sandbox.Reports;

/// <summary>The Reports API 2021-06-30, without schedules.</summary>
internal sealed class ReportsEndpoints(
    MarketplaceClock clock,
    TimeSpan processingStep,
    ReportWriter writer,
    DocumentStore documents,
    DocumentLink links,
    Signer signer)
{
    public void Map(ApiRoutes routes)
    {
        routes.Map("POST", "/reports/2021-06-30/reports", UsagePlan.CreateReport, CreateAsync);
        routes.Map("GET", "/reports/2021-06-30/reports", UsagePlan.GetReports, ListAsync);
        routes.Map("GET", "/reports/2021-06-30/reports/{reportId}", UsagePlan.GetReport, GetAsync);
        routes.Map("DELETE", "/reports/2021-06-30/reports/{reportId}", UsagePlan.CancelReport, CancelAsync);
        routes.Map(
            "GET",
            "/reports/2021-06-30/documents/{reportDocumentId}",
            UsagePlan.GetReportDocument,
            DocumentAsync);
    }

    private async Task CreateAsync(ApiCall call)
    {
        var body = await call.ReadObjectAsync();
        var type = JobBody.Text(body, "reportType");
        if (!ReportTypes.All.Contains(type))
        {
            throw ApiException.InvalidInput($"The report type {type} is not supported.");
        }

        var marketplaceIds = JobBody.MarketplaceIds(body, call.Seller);
        var now = clock.Now;
        var from = JobBody.Time(body, "dataStartTime") ?? now;
        var to = JobBody.Time(body, "dataEndTime") ?? now;
        if (from > now || to > now || from > to)
        {
            throw ApiException.InvalidInput("dataStartTime and dataEndTime must be in order and not in the future.");
        }

        var document = writer.Make(call.Seller, type, from, to, now);
        if (document is not null)
        {
            documents.Put(document);
        }

        var report = new Report(call.Seller.Reports.NextId(), type, new ProcessingTimes(now, processingStep))
        {
            MarketplaceIds = marketplaceIds,
            DataStart = from,
            DataEnd = to,
            DocumentId = document?.Id,
        };
        call.Seller.Reports.Add(report);
        await call.AnswerAsync(202, json =>
        {
            json.WriteStartObject();
            json.WriteString("reportId", report.Id);
            json.WriteEndObject();
        });
    }

    private Task GetAsync(ApiCall call)
    {
        var report = Find(call);
        return call.AnswerAsync(200, json => Write(json, report));
    }

    private Task CancelAsync(ApiCall call)
    {
        var report = Find(call);
        if (report.StatusAt(clock.Now) != ProcessingStatus.InQueue)
        {
            throw ApiException.InvalidInput("Only reports with processingStatus IN_QUEUE can be cancelled.");
        }

        report.CancelledByCaller = true;
        call.Http.Response.StatusCode = StatusCodes.Status200OK;
        return Task.CompletedTask;
    }

    private Task ListAsync(ApiCall call)
    {
        var query = JobQuery.Read(call, "reportTypes", signer, clock.Now);
        var (page, next) = query.Page(
            call.Seller.Reports.Newest(),
            report => report.Type,
            report => report.StatusAt(clock.Now),
            report => report.MarketplaceIds,
            report => report.Times.Created);
        return call.AnswerAsync(200, json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("reports");
            foreach (var report in page)
            {
                Write(json, report);
            }

            json.WriteEndArray();
            if (next is not null)
            {
                json.WriteString("nextToken", next);
            }

            json.WriteEndObject();
        });
    }

    private Task DocumentAsync(ApiCall call)
    {
        var id = call.RouteValue("reportDocumentId");
        var report = call.Seller.Reports.Newest().Find(report =>
            report.DocumentId == id && report.StatusAt(clock.Now) == ProcessingStatus.Done);
        if (report?.Type == ReportTypes.EasyShipDocuments && !call.Restricted)
        {
            throw new ApiException(ApiError.Denied("The report is restricted; it needs a restricted data token."));
        }

        return report is not null && documents.Find(id, call.Seller.Id) is { } document
            ? DocumentAnswer.WriteAsync(call, "reportDocumentId", document, links)
            : throw new ApiException(ApiError.NotFound("There is no such report document."));
    }

    private static Report Find(ApiCall call) =>
        call.Seller.Reports.Find(call.RouteValue("reportId"))
        ?? throw new ApiException(ApiError.NotFound("There is no such report."));

    private void Write(Utf8JsonWriter json, Report report)
    {
        var status = report.StatusAt(clock.Now);
        json.WriteStartObject();
        json.WriteString("reportId", report.Id);
        json.WriteString("reportType", report.Type);
        Iso8601.Write(json, "dataStartTime", report.DataStart);
        Iso8601.Write(json, "dataEndTime", report.DataEnd);
        JobBody.WriteProgress(json, report.MarketplaceIds, report.Times, status);
        if (status == ProcessingStatus.Done)
        {
            json.WriteString("reportDocumentId", report.DocumentId);
        }

        json.WriteEndObject();
    }
}
