
namespace Ivr.Server.People.Persons;

/// <summary>
/// The data of a person in one table. <c>IsTheirs</c> is SQL that selects the person's rows, given <c>@Id</c> (id of the person's own row)
/// and <c>@Number</c> (login or user number). <c>Keep</c> says why something stays after the erasure, as the end of a sentence.
/// </summary>
internal sealed record PersonTable(string Table, string IsTheirs, string Keep = "")
{
    /// <summary>Columns that an export omits: secrets, and data about other people.</summary>
    public IReadOnlyList<string> Hidden { get; init; } = [];

    /// <summary>SQL that erases the rows, without its condition; null when nothing is erased.</summary>
    public string? Erase { get; init; }

    /// <summary>SQL condition: the rows that are not erased yet.</summary>
    public string IsNotErased { get; init; } = "true";
}
