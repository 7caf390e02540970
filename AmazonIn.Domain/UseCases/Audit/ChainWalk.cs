using AmazonIn.Domain.Audit;

namespace AmazonIn.Domain.UseCases.Audit;

/// <summary>Follows the chain record by record and notes what does not fit.</summary>
internal sealed class ChainWalk
{
    // A trail that was damaged as a whole would otherwise fill the memory and the screen.
    private const int MostProblems = 50;

    private readonly List<AuditProblem> _problems = [];
    private readonly List<(AuditCheckpoint Cut, DateTimeOffset At)> _checkpoints = [];
    private readonly ILookup<long, AuditAnchor> _anchors;
    private readonly List<(AuditRestore Restore, AuditRecord Record)> _restores = [];
    private AuditRecord? _first;
    private AuditRecord? _last;

    public ChainWalk(IEnumerable<AuditAnchor> anchors) => _anchors = anchors.ToLookup(anchor => anchor.Sequence);

    public long Records { get; private set; }

    /// <summary>Times that a backup was restored over newer records.</summary>
    public int Restores => _restores.Count;

    public int ProblemCount { get; private set; }

    public AuditRecord? Last => _last;

    public IReadOnlyList<AuditProblem> Problems => _problems;

    public void Take(AuditRecord record)
    {
        Records++;
        _first ??= record;
        if (record.Version != AuditRecord.CurrentVersion)
        {
            Note(record.Sequence, $"Record {record.Sequence} has the unknown version {record.Version}.");
        }
        else if (record.ComputeHash() != record.Hash)
        {
            Note(record.Sequence, $"Record {record.Sequence} was changed: its content does not match its hash.");
        }

        if (_last is not null)
        {
            CompareWithLast(record, _last);
        }

        // It accounts only for what it builds on; elsewhere it is a record like any other.
        if (AuditRestore.Of(record) is { } restore && restore.Through == record.Sequence - 1)
        {
            _restores.Add((restore, record));
        }

        if (_anchors[record.Sequence].Any(anchor => anchor.Hash != record.Hash && !IsRestoredOver(anchor)))
        {
            Note(
                record.Sequence,
                $"Record {record.Sequence} is not the one that was there when its hash was anchored: the trail was written anew.");
        }

        if (AuditCheckpoint.Of(record) is { } checkpoint)
        {
            _checkpoints.Add((checkpoint, record.At));
        }

        _last = record;
    }

    /// <summary>What only the whole shows: where the trail begins and ends.</summary>
    public void Finish()
    {
        CheckBeginning();
        var newest = _anchors.SelectMany(anchors => anchors)
            .Where(anchor => anchor.Sequence > (_last?.Sequence ?? 0) && !IsRestoredOver(anchor))
            .MaxBy(anchor => anchor.Sequence);
        if (newest is not null)
        {
            Note(
                newest.Sequence,
                $"The end of the trail is gone: it ends at record {_last?.Sequence ?? 0}, but record {newest.Sequence} was anchored "
                + $"on {newest.WrittenAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC.");
        }
    }

    // The record that the anchor was of is lost with the data that the backup was restored over.
    private bool IsRestoredOver(AuditAnchor anchor) => _restores.Exists(
        pair => anchor.Sequence >= pair.Record.Sequence
            && anchor.Sequence <= pair.Restore.Lost
            && anchor.WrittenAt <= pair.Record.At);

    public void Note(long? sequence, string words)
    {
        ProblemCount++;
        if (_problems.Count < MostProblems)
        {
            _problems.Add(new AuditProblem(sequence, words));
        }
    }

    private void CompareWithLast(AuditRecord record, AuditRecord last)
    {
        if (record.Sequence != last.Sequence + 1)
        {
            var missing = record.Sequence - last.Sequence - 1;
            Note(
                record.Sequence,
                missing == 1
                    ? $"Record {last.Sequence + 1} is gone."
                    : $"Records {last.Sequence + 1} to {record.Sequence - 1} are gone.");
        }
        else if (record.PreviousHash != last.Hash)
        {
            Note(
                record.Sequence,
                $"Record {record.Sequence} does not follow on record {last.Sequence}: one of them was put there, moved or changed.");
        }
    }

    // Housekeeping takes the oldest away, and says so in the chain.
    private void CheckBeginning()
    {
        if (_first is null)
        {
            return;
        }

        if (_first.Sequence == 1)
        {
            if (_first.PreviousHash != AuditRecord.NoHash)
            {
                Note(1, "Record 1 claims that another stood before it.");
            }

            return;
        }

        var (checkpoint, cutAt) = _checkpoints.Find(
            candidate => candidate.Cut.Through == _first.Sequence - 1 && candidate.Cut.Hash == _first.PreviousHash);
        if (checkpoint is null)
        {
            Note(
                _first.Sequence,
                $"The beginning of the trail is gone: it begins at record {_first.Sequence}, and no checkpoint accounts for the records before.");
            return;
        }

        if (checkpoint.Before > cutAt.AddMonths(-AuditSettings.FewestMonths))
        {
            Note(
                _first.Sequence,
                $"The beginning of the trail was taken away too early: a checkpoint of {cutAt.UtcDateTime:yyyy-MM-dd} took records "
                + $"up to {checkpoint.Before.UtcDateTime:yyyy-MM-dd}.");
        }

        // A forged checkpoint cannot make the records older than the anchors say they were.
        var young = _anchors.SelectMany(anchors => anchors)
            .FirstOrDefault(anchor => anchor.Sequence <= checkpoint.Through && anchor.RecordAt >= checkpoint.Before);
        if (young is not null)
        {
            Note(
                young.Sequence,
                $"Record {young.Sequence} was taken away by the checkpoint although it was not old enough.");
        }
    }
}
