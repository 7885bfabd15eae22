using Ivr.Caller.Calls;
using Ivr.Tests.Host;

namespace Ivr.Tests.Overload;

/// <summary>Callers who come at a rate of their own, however long others wait: each records one prestation, and waits as often as asked.</summary>
internal sealed class Load(TestServer server, IReadOnlyList<Worker> workers)
{
    // What it takes to hear "one moment" and key the password once more, cut short; nobody waits for nobody.
    private static readonly TimeSpan KeyingAgain = TimeSpan.FromSeconds(1.5);

    /// <summary>Offers calls, and sees all of them through.</summary>
    /// <param name="perSecond">New calls a second.</param>
    /// <param name="duration">For how long they come.</param>
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
            return new(call.CallSid, moments, call.Heard.Contains("Geregistreerd. Uw referentie is", StringComparison.Ordinal), call.Heard);
        }
        catch (Exception e) when (e is Ivr.Caller.Calls.LineFailedException or Ivr.Caller.Calls.KeysLeftOverException)
        {
            return new("", 0, IsConfirmed: false, e.Message);
        }
    }

    private static bool IsAtPassword(PhoneCall call) => !call.IsOver && call.Exchanges[^1].Headers.GetValueOrDefault("X-Ivr-State") == "Password";
}

/// <summary>How one call went.</summary>
/// <param name="CallSid">The call.</param>
/// <param name="Moments">How often the caller heard "one moment".</param>
/// <param name="IsConfirmed">Whether "recorded" was heard.</param>
/// <param name="LastHeard">The last words, or what was wrong with the line.</param>
internal sealed record OverloadCall(string CallSid, int Moments, bool IsConfirmed, string LastHeard);

/// <summary>How it went for all callers.</summary>
/// <param name="PerSecond">New calls a second.</param>
/// <param name="Calls">Each call.</param>
/// <param name="Webhooks">Each webhook.</param>
internal sealed record OverloadResult(double PerSecond, IReadOnlyList<OverloadCall> Calls, IReadOnlyList<Webhook> Webhooks);
