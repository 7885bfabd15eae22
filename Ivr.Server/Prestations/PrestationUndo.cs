using Dapper;
using Ivr.Server.Database;
using Ivr.StateMachine;
using Ivr.StateMachine.Results;
using Npgsql;

namespace Ivr.Server.Prestations;

/// <summary>Cancels the entry that a call has just recorded, however often the caller's answer arrives. The entry itself stays as it is.</summary>
internal sealed class PrestationUndo(Db db, TimeProvider clock, ILogger<PrestationUndo> log)
{
    // A function with the rights of the owner, because the server's role may not write corrections. No timeout, for the reason that
    // PrestationStore gives.
    private const string Sql = "select undo_prestation(@callSid, @EntryNumber, @Date, @WorkerId, @AskedAt, @LastDelivery, @Now)";

    /// <summary>Writes the cancellation and waits for its COMMIT. <paramref name="patience"/> is the longest wait; it cancels nothing.</summary>
    /// <param name="callSid">The call.</param>
    /// <param name="call">The call after the caller's answer.</param>
    /// <param name="askedAt">When the server asked whether to cancel.</param>
    /// <param name="patience">The longest wait.</param>
    /// <returns>Unknown when the statement was sent and no answer came, or none came in time.</returns>
    /// <exception cref="NpgsqlException">It is certain that nothing was cancelled.</exception>
    /// <exception cref="InvalidOperationException">Nothing was cancelled, because the call was over before.</exception>
    public async Task<UndoResult> UndoAsync(string callSid, Call call, DateTimeOffset askedAt, TimeSpan patience)
    {
        var now = clock.GetUtcNow();
        var asked = new
        {
            callSid,
            call.EntryNumber,
            call.Date,
            call.WorkerId,
            AskedAt = askedAt.ToUniversalTime(),
            LastDelivery = now - PrestationStore.LongestDelivery,
            Now = now,
        };
        var doubt = new Doubt();
        using var over = new CancellationTokenSource(patience);
        try
        {
            var outcome = await db.RunAsync(
                connection => doubt.WhileAsync(() => connection.ExecuteScalarAsync<string?>(Sql, asked, commandTimeout: 0)), over.Token).WaitAsync(patience);
            return outcome switch
            {
                "cancelled" => new UndoResult.Undone(),
                "corrected" => new UndoResult.Refused(),
                _ => throw new InvalidOperationException($"{callSid} entry {call.EntryNumber} is not cancelled: the call was over before."),
            };
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException || (Db.IsFault(e) && doubt.Remains))
        {
            log.LogError(e, "Call {CallSid} entry {EntryNumber}: not known whether it is cancelled", callSid, call.EntryNumber);
            return new UndoResult.Unknown();
        }
    }
}
