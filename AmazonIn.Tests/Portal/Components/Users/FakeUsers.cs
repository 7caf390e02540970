using AmazonIn.Domain.Access;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Ports.Stores;

namespace AmazonIn.Tests.Portal.Components.Users;

/// <summary>Accounts in memory. Keeps the passwords that were set, so that a test can compare them with the screen.</summary>
internal sealed class FakeUsers : IUserAccounts
{
    public List<UserRow> Rows { get; } = [];

    public Dictionary<long, string> Passwords { get; } = [];

    /// <summary>Given instead of the next success.</summary>
    public Error? Refusal { get; set; }

    /// <summary>Thrown by every call while set.</summary>
    public Exception? Fault { get; set; }

    public static UserRow Row(
        long id,
        string name,
        string? role,
        bool disabled = false,
        bool secondFactor = true,
        DateTimeOffset? passwordChangedAt = null,
        DateTimeOffset? lockedUntil = null) => new(
            id, $"person{id}@example.com", name, role, disabled, secondFactor,
            new(2026, 6, 1, 6, 30, 0, TimeSpan.Zero), passwordChangedAt ?? new(2026, 6, 1, 6, 30, 0, TimeSpan.Zero), lockedUntil);

    public Task<Result<long>> CreateAsync(NewUser user, CancellationToken cancellationToken)
    {
        Check();
        if (Refusal is { } refused)
        {
            return Task.FromResult<Result<long>>(refused);
        }

        var id = Rows.Count + 100L;
        Rows.Add(Row(id, user.DisplayName, user.Role) with
        {
            Email = user.Email,
            InvitedBy = user.InvitedBy,
            AwaitsApproval = user.AwaitsApproval,
        });
        Passwords[id] = user.Password;
        return Task.FromResult<Result<long>>(id);
    }

    public Task<IReadOnlyList<UserRow>> ListAsync(CancellationToken cancellationToken)
    {
        Check();
        return Task.FromResult<IReadOnlyList<UserRow>>([.. Rows]);
    }

    public Task<UserRow?> FindAsync(long id, CancellationToken cancellationToken) =>
        Task.FromResult(Rows.Find(row => row.Id == id));

    public Task<Result> ApproveAsync(long id, string approvedBy, CancellationToken cancellationToken) =>
        Change(id, row => row with { AwaitsApproval = false });

    public Task<Result> SetTrainedOnAsync(long id, DateOnly trainedOn, CancellationToken cancellationToken) =>
        Change(id, row => row with { TrainedOn = trainedOn });

    public Task<Result> ChangeRoleAsync(long id, string role, CancellationToken cancellationToken) =>
        Change(id, row => row with { Role = role });

    public Task<Result> SetDisabledAsync(long id, bool disabled, CancellationToken cancellationToken) =>
        Change(id, row => row with { Disabled = disabled });

    public Task<Result> ResetPasswordAsync(long id, string newPassword, CancellationToken cancellationToken)
    {
        Passwords[id] = newPassword;
        return Change(id, row => row with { LockedUntil = null });
    }

    public Task<Result> ResetSecondFactorAsync(long id, CancellationToken cancellationToken) =>
        Change(id, row => row with { SecondFactor = false });

    public Task<Result> SuspendRevealAsync(long id, DateTimeOffset? until, CancellationToken cancellationToken) =>
        Change(id, row => row with { RevealSuspendedUntil = until });

    public Task<bool> AnyAdministratorAsync(CancellationToken cancellationToken) =>
        Task.FromResult(Rows.Exists(row => row.Role == Role.Administrator.Name && !row.Disabled));

    private Task<Result> Change(long id, Func<UserRow, UserRow> change)
    {
        Check();
        if (Refusal is { } refused)
        {
            return Task.FromResult<Result>(refused);
        }

        Rows[Rows.FindIndex(row => row.Id == id)] = change(Rows.Find(row => row.Id == id)!);
        return Task.FromResult(Result.Success);
    }

    private void Check()
    {
        if (Fault is not null)
        {
            throw Fault;
        }
    }
}
