using Ivr.Server.Voice.Prompts;
using Ivr.Server.Voice.Settings;
using Ivr.StateMachine;
using Twilio.TwiML;
using Twilio.TwiML.Voice;

namespace Ivr.Server.Voice.Twiml;

/// <summary>Renders a call as TwiML: its words in the right voices, inside the Gather that takes the answer.</summary>
internal sealed class CallTwiml(Lines lines, Voices voices, HelpDesk helpDesk)
{
    private const string Hash = "#";
    private const string NoKey = "";

    // Long numbers are read from a card, one digit at a time; a single key comes sooner.
    private const int SecondsForNumber = 8;
    private const int SecondsForKey = 6;
    private const int SecondsForAnother = 4;

    // "One moment", before the password is asked again.
    private const int SecondsOfMoment = 3;

    /// <summary>The document for a call in a state that speaks.</summary>
    /// <param name="call">The call.</param>
    /// <param name="action">Where the answer goes; holds the sealed call. Null for a call that is over.</param>
    public VoiceResponse Render(Call call, Uri? action)
    {
        var said = CallPrompts.For(call, lines.Named(call.Line));
        if (call is { State: CallState.Ended, EndedBy: CallTrigger.HelpDeskAsked })
            return ConnectAfter(said, CallPrompts.AfterHelpDesk(call));
        if (call.State == CallState.Ended)
            return HangUpAfter(said);

        var gather = Gather(call.State, action);
        gather.Append(Say(said[0]));
        // Within the Gather: keys that come early are not lost, and half a password would count as a wrong one.
        if (call.Notice == Notice.Busy)
            gather.Append(new Pause(SecondsOfMoment));
        foreach (var utterance in said.Skip(1))
            gather.Append(Say(utterance));
        return new VoiceResponse().Append(gather);
    }

    /// <summary>Apologises in the line's languages and hangs up: all that can be done when the call's state cannot be had.</summary>
    public VoiceResponse Apology(Line line) => HangUpAfter(CallPrompts.Apology(line));

    /// <summary>Says that the number dialled is on no line, and hangs up.</summary>
    public VoiceResponse NumberNotInUse() => HangUpAfter(CallPrompts.NumberNotInUse());

    private VoiceResponse HangUpAfter(IEnumerable<Utterance> said) => Append(new(), said).Hangup();

    // Without an action the document goes on when the help desk hangs up or nobody answers.
    private VoiceResponse ConnectAfter(IEnumerable<Utterance> said, IEnumerable<Utterance> afterwards) =>
        Append(Append(new(), said).Append(new Dial(helpDesk.Number)), afterwards).Hangup();

    private VoiceResponse Append(VoiceResponse response, IEnumerable<Utterance> said)
    {
        foreach (var utterance in said)
            response.Append(Say(utterance));
        return response;
    }

    // Silence must reach the server too, or the document would end and the line with it. Where one key answers, no key ends
    // the entry, so that # and * arrive as keys.
    private static Gather Gather(CallState state, Uri? action)
    {
        var (finishOnKey, numDigits, timeout) = state switch
        {
            CallState.Login or CallState.Password => (Hash, (int?)null, SecondsForNumber),
            CallState.MainMenu => (Hash, StateMachine.Answers.UserNumber.Length, SecondsForNumber),
            CallState.Recorded or CallState.Noted => (NoKey, 1, SecondsForAnother),
            _ => (NoKey, 1, SecondsForKey),
        };
        return new(
            input: [Twilio.TwiML.Voice.Gather.InputEnum.Dtmf],
            action: action,
            timeout: timeout,
            finishOnKey: finishOnKey,
            numDigits: numDigits,
            actionOnEmptyResult: true);
    }

    private Say Say(Utterance utterance)
    {
        var (voice, locale) = voices.For(utterance.Language);
        return new(utterance.Text, voice: voice, language: locale);
    }
}
