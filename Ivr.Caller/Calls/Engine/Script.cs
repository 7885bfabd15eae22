using Ivr.Caller.Clock;
using Ivr.Caller.Hearing;
using Ivr.Caller.TwiML;

namespace Ivr.Caller.Calls.Engine;

/// <summary>One document being performed, verb by verb, until it is somebody else's turn.</summary>
/// <param name="document">The document.</param>
/// <param name="rings">
/// Whether the call is not answered yet, so that Reject can still refuse it: true for the first document only. Whether a Redirect
/// as its first verb answers is not documented; here it does.
/// </param>
/// <param name="transcript">Where it is written what the caller hears.</param>
/// <param name="time">The call's time, which prompts and pauses take up.</param>
internal sealed class Script(Document document, bool rings, Transcript transcript, CallTime time)
{
    private readonly Queue<Verb> _verbs = new(document.Verbs);
    private bool _rings = rings;

    /// <summary>A URL of this document, made absolute; a missing one is the document's own.</summary>
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
                // Hangup; and a Reject that comes after the call was answered can only hang up.
                return new NextStep.End(CallEnding.ServerHungUp);
        }
    }

    /// <summary>Writes down a prompt that begins at a moment; the moment it ends.</summary>
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
