using System.Text.Json;

namespace Ivr.Caller.Replay;

/// <summary>The data that a demonstration server publishes for its callers.</summary>
internal sealed record Demonstration
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>The base URL of the server.</summary>
    public Uri? Url { get; init; }

    /// <summary>A file that sets the server's clock, see <see cref="Clock.ClockFile"/>; null when the clock cannot be set.</summary>
    public string? Clock { get; init; }

    /// <summary>The numbers that the server answers.</summary>
    public IReadOnlyList<DialledNumber> Numbers { get; init; } = [];

    /// <summary>Workers who may log in.</summary>
    public IReadOnlyList<DemonstrationLogin> Logins { get; init; } = [];

    /// <summary>Clients for whom work can be recorded.</summary>
    public IReadOnlyList<DemonstrationClient> UserNumbers { get; init; } = [];

    /// <summary>The state in which the server asks for a user number; null when it is not known.</summary>
    public string? AsksUserNumber { get; init; }

    /// <summary>What the keys of a menu mean, by the state in which the server asks.</summary>
    public IReadOnlyList<StateAnswers> Answers { get; init; } = [];

    /// <summary>Web pages of the server.</summary>
    public IReadOnlyList<DemonstrationPage> Pages { get; init; } = [];

    /// <summary>
    /// Reads the file. The result is empty when the file is missing, half written or something else, because the phone works without it.
    /// </summary>
    public static async Task<Demonstration> ReadAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = File.OpenRead(file);
            return await JsonSerializer.DeserializeAsync<Demonstration>(stream, Json, cancellationToken) ?? new();
        }
        catch (Exception missing) when (missing is IOException or JsonException or UnauthorizedAccessException)
        {
            return new();
        }
    }
}

internal sealed record DialledNumber(string Number, string Line);

internal sealed record DemonstrationLogin(string Login, string Password, string Language, string? Company = null);

internal sealed record DemonstrationClient(string UserNumber, string Region);

internal sealed record StateAnswers(string State, IReadOnlyList<DemonstrationAnswer> Keys);

/// <summary>Keys to press, the words of a button that presses them, and a remark.</summary>
internal sealed record DemonstrationAnswer(string Keys, string Words, string More);

internal sealed record DemonstrationPage(string Name, Uri Url);
