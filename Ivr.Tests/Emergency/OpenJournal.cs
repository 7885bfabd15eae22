using Ivr.Server.Emergency.Journals;
using Ivr.StateMachine.Results;
using Ivr.Tests.Host;
using Microsoft.Extensions.Options;

namespace Ivr.Tests.Emergency;

/// <summary>A journal without a server around it.</summary>
internal sealed class OpenJournal : IAsyncDisposable
{
    private readonly JournalFolder _folder;
    private bool _isClosed;

    /// <summary>Opens the journal of a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="clock">When lines are written; null for now.</param>
    /// <param name="longestWait">How long a caller waits for the disk; null for as long as a busy machine needs.</param>
    public OpenJournal(string folder, TimeProvider? clock = null, TimeSpan? longestWait = null)
    {
        var options = Options.Create(new EmergencyOptions { JournalFolder = folder, LongestWait = longestWait ?? TimeSpan.FromSeconds(30) });
        _folder = new(options);
        Journal = new(_folder, options, clock ?? TimeProvider.System);
    }

    /// <summary>The journal.</summary>
    public Journal Journal { get; }

    /// <summary>Leaves something that the disk takes.</summary>
    /// <returns>Its reference.</returns>
    public async Task<string> KeepsAsync(EmergencyEntry entry) => Assert.IsType<JournalResult.Kept>(await Journal.LeaveAsync(entry)).Reference;

    /// <summary>Leaves something that cannot be kept.</summary>
    public async Task RefusesAsync(EmergencyEntry entry) => Assert.IsType<JournalResult.Refused>(await Journal.LeaveAsync(entry));

    /// <summary>Something to leave.</summary>
    /// <param name="number">Which entry of the call.</param>
    public static EmergencyEntry Entry(int number) => new(
        "CA00000000000000000000000000000001", number, Webhook: 9, TestData.Nl.Login, LoginVerified: false, TestData.InFlanders, ClientVerified: false,
        Activity: 1, Hours: 3, new(2026, 3, 12), "nl", "flanders-brussels", TestData.FlandersLandline, "+3225551234", AfterConfirmation: false);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_isClosed)
            return;
        _isClosed = true;
        await Journal.DisposeAsync();
        _folder.Dispose();
    }
}
