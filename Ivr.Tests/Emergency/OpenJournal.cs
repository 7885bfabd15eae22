using Ivr.Server.Emergency.Journals;
using Ivr.StateMachine.Results;
using Ivr.Tests.Host;
using Microsoft.Extensions.Options;

namespace Ivr.Tests.Emergency;

/// <summary>A journal without a server.</summary>
internal sealed class OpenJournal : IAsyncDisposable
{
    private readonly JournalFolder _folder;
    private bool _isClosed;

    /// <summary>
    /// Opens the journal of a folder. <paramref name="clock"/> gives the times of the lines; null for the system clock. <paramref
    /// name="longestWait"/> is how long a caller waits for the disk; null for 30 seconds, enough for a busy machine.
    /// </summary>
    public OpenJournal(string folder, TimeProvider? clock = null, TimeSpan? longestWait = null)
    {
        var options = Options.Create(new EmergencyOptions { JournalFolder = folder, LongestWait = longestWait ?? TimeSpan.FromSeconds(30) });
        _folder = new(options);
        Journal = new(_folder, options, clock ?? TimeProvider.System);
    }

    public Journal Journal { get; }

    /// <summary>Leaves an entry, asserts that the journal keeps it, and returns its reference.</summary>
    public async Task<string> KeepsAsync(EmergencyEntry entry) => Assert.IsType<JournalResult.Kept>(await Journal.LeaveAsync(entry)).Reference;

    /// <summary>Leaves an entry and asserts that the journal refuses it.</summary>
    public async Task RefusesAsync(EmergencyEntry entry) => Assert.IsType<JournalResult.Refused>(await Journal.LeaveAsync(entry));

    /// <summary>Makes an entry. <paramref name="number"/> is its number within the call.</summary>
    public static EmergencyEntry Entry(int number) => new(
        "CA00000000000000000000000000000001", number, Webhook: 9, TestData.Nl.Login, LoginVerified: false, TestData.InFlanders, ClientVerified: false,
        Activity: 1, Hours: 3, new(2026, 3, 12), "nl", "flanders-brussels", TestData.FlandersLandline, "+3225551234", AfterConfirmation: false);

    public async ValueTask DisposeAsync()
    {
        if (_isClosed)
            return;
        _isClosed = true;
        await Journal.DisposeAsync();
        _folder.Dispose();
    }
}
