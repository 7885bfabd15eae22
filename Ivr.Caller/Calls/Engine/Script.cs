using Ivr.Caller.Clock;
using Ivr.Caller.Hearing;
using Ivr.Caller.TwiML;

namespace Ivr.Caller.Calls.Engine;

/// <summary>Performs one document verb by verb, until the caller must act, another document must be requested, or the call ends.</summary>
/// <remarks>
/// <paramref name="rings"/> is true while the call is not answered, so that Reject can still refuse it. This is true for the first document
/// only. Twilio does not document whether a Redirect as the first verb answers the call. Here it does.
/// </remarks>
internal sealed class Script(Document document, bool rings, Transcript transcript, CallTime time)
{
    private readonly Queue<Verb> _verbs = new(document.Verbs);
    private bool _rings = rings;

    /// <summary>Returns a URL of this document as an absolute URL. Null means the document's own URL.</summary>
    public Uri Resolve(string? url) => url is null ? document.Url : new Uri(document.Url, url);

    public NextStep Perform()
    {
        while (_verbs.TryDequeue(out var verb))
        {
            if (Perform(verb) is { } step) return step;
            _rings = false;
        }

        return new NextStep.End(CallEnding.EndOfDocument);
    }

    private NextStep? Perform(Verb verb)
    {
        switch (verb)
        {
            case Prompt prompt:
                time.PassUntil(Hear(prompt, time.Elapsed));
                return null;
            case Gather gather:
                _rings = false;
                var promptsEnd = gather.Prompts.Aggregate(time.Elapsed, (at, prompt) => Hear(prompt, at));
                return new NextStep.Wait(new OpenGather(gather, transcript, time, promptsEnd));
            case Dial dial:
                transcript.Add(new Note(time.Elapsed, $"the server puts the caller through to {dial.Number}, where nobody answers"));
                time.PassUntil(time.Elapsed + dial.Timeout);
                return null;
            case Redirect redirect:
                return new NextStep.GoTo(redirect.Method, Resolve(redirect.Target), []);
            case Reject reject when _rings:
                return new NextStep.End(reject.Reason == "busy" ? CallEnding.Busy : CallEnding.Rejected);
            default:
                // Hangup. A Reject after the call was answered can only hang up too.
                return new NextStep.End(CallEnding.ServerHungUp);
        }
    }

    /// <summary>Writes a prompt that begins at <paramref name="at"/> to the transcript. Returns the time at which it ends.</summary>
    private TimeSpan Hear(Prompt prompt, TimeSpan at)
    {
        var duration = SpeakingTime.Of(prompt);
        transcript.Add(prompt switch
        {
            Say say => new Spoken(at, duration, say.Text, say.Language, say.Voice),
            Play play => new Played(at, duration, play.Source ?? play.Digits!),
            _ => new Silence(at, duration, ByCaller: false),
        });
        return at + duration;
    }
}
