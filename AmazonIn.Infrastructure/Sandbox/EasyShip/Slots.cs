using System.Globalization;
using System.Text;

using AmazonIn.Infrastructure.Sandbox.Wire;

namespace AmazonIn.Infrastructure.Sandbox.EasyShip;

/// <summary>
/// When parcels are collected: twice a day, on the next days. A slot's id holds what it was asked for, signed, so that
/// nothing is kept of slots that nobody takes.
/// </summary>
internal sealed class Slots(Signer signer)
{
    private const string Purpose = "slot";
    private const int Days = 4;

    // Amazon collects by India's clock, and somebody has to drive there.
    private static readonly TimeSpan India = new(5, 30, 0);
    private static readonly TimeSpan Notice = TimeSpan.FromHours(2);
    private static readonly (int From, int To)[] Hours = [(10, 13), (14, 18)];

    public IEnumerable<Slot> After(DateTimeOffset now, string orderId, ParcelMeasures measures)
    {
        var today = now.ToOffset(India).Date;
        return Enumerable.Range(0, Days)
            .SelectMany(day => Hours.Select(hours => (
                Start: new DateTimeOffset(today.AddDays(day).AddHours(hours.From), India),
                End: new DateTimeOffset(today.AddDays(day).AddHours(hours.To), India))))
            .Where(slot => slot.Start >= now + Notice)
            .Select(slot => new Slot(IdOf(orderId, slot.Start, slot.End, measures), slot.Start, slot.End, measures));
    }

    /// <exception cref="ApiException">The id is none, another order's, or its time has passed.</exception>
    public Slot Open(string? id, string orderId, DateTimeOffset now)
    {
        if (!signer.TryOpen(Purpose, Decoded(id), out var content)
            || content.Split('\n') is not [var order, var start, var end, var measures]
            || order != orderId)
        {
            throw EasyShipError.Of(400, "InvalidTimeSlotId", "The specified time slot identifier is not valid.");
        }

        var slot = new Slot(id!, TimeOf(start), TimeOf(end), ParcelMeasures.Parse(measures));
        return slot.Start >= now
            ? slot
            : throw EasyShipError.Of(400, "ScheduleWindowExpired", "The selected time slot has expired.");
    }

    private string IdOf(string orderId, DateTimeOffset start, DateTimeOffset end, ParcelMeasures measures) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(signer.Sign(
            Purpose,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{orderId}\n{start.ToUnixTimeSeconds()}\n{end.ToUnixTimeSeconds()}\n{measures.Text}"))));

    private static string Decoded(string? id)
    {
        var bytes = new byte[id?.Length ?? 0];
        return Convert.TryFromBase64String(id ?? "", bytes, out var written) ? Encoding.UTF8.GetString(bytes, 0, written) : "";
    }

    private static DateTimeOffset TimeOf(string seconds) =>
        DateTimeOffset.FromUnixTimeSeconds(long.Parse(seconds, CultureInfo.InvariantCulture)).ToOffset(India);
}
