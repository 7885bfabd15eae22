
namespace Ivr.Server.People.Persons;

/// <summary>What one table holds of a person.</summary>
/// <param name="Table">The table.</param>
/// <param name="IsTheirs">SQL: which rows are about the person, given the row's <c>@Id</c> and the login or user number <c>@Number</c>.</param>
/// <param name="Keep">Why something stays when the person is erased; the end of a sentence.</param>
internal sealed record PersonTable(string Table, string IsTheirs, string Keep = "")
{
    /// <summary>Columns that an export leaves out: secrets, and what is about somebody else.</summary>
    public IReadOnlyList<string> Hidden { get; init; } = [];

    /// <summary>SQL: what is done to the rows when the person is erased; null to do nothing.</summary>
    public string? Erase { get; init; }

    /// <summary>SQL: which of the rows still have to be erased.</summary>
    public string IsNotErased { get; init; } = "true";
}
