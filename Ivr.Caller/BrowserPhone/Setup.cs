using Ivr.Caller.Replay;

namespace Ivr.Caller.BrowserPhone;

/// <summary>What the page knows before it dials.</summary>
/// <param name="Server">Where calls go.</param>
/// <param name="Token">Lets the page dial.</param>
/// <param name="Machine">The server's state machine as Mermaid text; null when it is not known.</param>
/// <param name="Demonstration">What there is to try out.</param>
internal sealed record Setup(Uri Server, string Token, string? Machine, Demonstration Demonstration)
{
    /// <summary>Reads the files anew: a server that was started after the phone may have left them meanwhile.</summary>
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
