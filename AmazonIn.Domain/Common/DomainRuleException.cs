namespace AmazonIn.Domain.Common;

/// <summary>An illegal transition was asked of an aggregate: a bug in the caller, not something a person did.</summary>
public sealed class DomainRuleException(string rule, string message) : Exception($"{rule}: {message}")
{
    public string Rule { get; } = rule;
}
