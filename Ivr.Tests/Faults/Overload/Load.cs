using Ivr.Caller.Calls;
using Ivr.Tests.Host;

namespace Ivr.Tests.Faults.Overload;

/// <summary>
/// Starts calls at a fixed rate, independent of response times. Each call records one prestation, and keys the password again each time
/// the server asks for it.
/// </summary>
internal sealed class Load(TestServer server, IReadOnlyList<Worker> workers)
{
    // Time to hear "one moment" and key the password again, shortened because no person is on the line.
    private static readonly TimeSpan KeyingAgain = TimeSpan.FromSeconds(1.5);

    /// <summary>
    /// Starts <paramref name="perSecond"/> new calls a second for the time <paramref name="duration"/>, and waits until all of them end.
    /// </summary>
    public async Task<OverloadResult> OfferAsync(double perSecond, TimeSpan duration)
    {
        using var times = new WebhookTimes();
        using var phone = server.CreatePhone(options => options with { Handler = times, Clock = null, Retries = 0 });
        var count = Math.Max(1, (int)Math.Round(perSecond * duration.TotalSeconds));
        var calls = await Task.WhenAll(Enumerable.Range(0, count).Select(async number =>
        {
            await Task.Delay(TimeSpan.FromSeconds(number / perSecond));
            return await RecordAsync(phone, workers[number % workers.Count]);
        }));
        return new(perSecond, calls, [.. times.All]);
    }

    private static async Task<OverloadCall> RecordAsync(Ivr.Caller.Calls.Phone phone, Worker worker)
    {
        try
        {
            await using var call = await phone.DialAsync(TestData.FlandersLandline);
            await call.Interrupts(worker.Keys);
            var moments = 0;
            for (; IsAtPassword(call); moments++)
            {
                await Task.Delay(KeyingAgain);
                await call.Interrupts($"{worker.Password}#");
            }

            if (!call.IsOver)
                await call.Interrupts(TestData.InFlanders + "131");
            return new(call.CallSid, moments, call.Heard.Contains("Uw prestatie is geregistreerd.", StringComparison.Ordinal), call.Heard);
        }
        catch (Exception e) when (e is Ivr.Caller.Calls.LineFailedException or Ivr.Caller.Calls.KeysLeftOverException)
        {
            return new("", 0, IsConfirmed: false, e.Message);
        }
    }

    private static bool IsAtPassword(PhoneCall call) => !call.IsOver && call.Exchanges[^1].Headers.GetValueOrDefault("X-Ivr-State") == "Password";
}

/// <summary>
/// The result of one call: <c>Moments</c> is how often the caller heard "one moment", <c>IsConfirmed</c> whether the caller heard
/// "recorded", <c>LastHeard</c> the last words or the error of the line. After an error <c>CallSid</c> is empty.
/// </summary>
internal sealed record OverloadCall(string CallSid, int Moments, bool IsConfirmed, string LastHeard);

/// <summary>The results of all calls; <c>PerSecond</c> is the rate of new calls.</summary>
internal sealed record OverloadResult(double PerSecond, IReadOnlyList<OverloadCall> Calls, IReadOnlyList<Webhook> Webhooks);
