using Ivr.Caller.Replay;

namespace Ivr.Caller.BrowserPhone;

/// <summary>The data that the page loads before it dials.</summary>
/// <param name="Server">The base URL of the server that is called.</param>
/// <param name="Token">The page sends it when it dials.</param>
/// <param name="Machine">The server's state machine as Mermaid text; null when it is not known.</param>
/// <param name="Demonstration">The numbers, logins and clients to try out.</param>
internal sealed record Setup(Uri Server, string Token, string? Machine, Demonstration Demonstration)
{
    /// <summary>Reads the files at each request, because the server may start after the phone and write them then.</summary>
    public static async Task<Setup> ReadAsync(PhoneSettings settings, string token, CancellationToken cancellationToken)
    {
        var demonstration = await Demonstration.ReadAsync(settings.DemonstrationFile, cancellationToken);
        return new(
            Switchboard.ServerOf(settings, demonstration),
            token,
            await MachineAsync(settings.MachineFile, cancellationToken),
            demonstration);
    }

    private static async Task<string?> MachineAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            return await File.ReadAllTextAsync(file, cancellationToken);
        }
        catch (Exception missing) when (missing is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
