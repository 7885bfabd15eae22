using System.Text.Json;

namespace Ivr.Caller.Replay;

/// <summary>What a server for trying out tells those who want to call it.</summary>
internal sealed record Demonstration
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Where the server is reached.</summary>
    public Uri? Url { get; init; }

    /// <summary>A file that sets its clock, see <see cref="Clock.ClockFile"/>; null when nobody can.</summary>
    public string? Clock { get; init; }

    /// <summary>The numbers that it answers.</summary>
    public IReadOnlyList<DialledNumber> Numbers { get; init; } = [];

    /// <summary>Workers who may log in.</summary>
    public IReadOnlyList<DemonstrationLogin> Logins { get; init; } = [];

    /// <summary>Clients to work for.</summary>
    public IReadOnlyList<DemonstrationClient> UserNumbers { get; init; } = [];

    /// <summary>Reads the file; nothing when it is missing, half written or something else, as the phone works without it.</summary>
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

/// <summary>A number and the line that it belongs to.</summary>
internal sealed record DialledNumber(string Number, string Line);

/// <summary>A login, its password, and the language the worker speaks.</summary>
internal sealed record DemonstrationLogin(string Login, string Password, string Language);

/// <summary>A client's user number and region.</summary>
internal sealed record DemonstrationClient(string UserNumber, string Region);
