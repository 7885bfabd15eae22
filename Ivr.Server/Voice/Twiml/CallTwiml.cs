using System.Collections.Concurrent;
using System.Xml.Linq;
using Ivr.Server.Voice.Prompts;
using Ivr.Server.Voice.Settings;
using Ivr.StateMachine;
using Twilio.TwiML;
using Twilio.TwiML.Voice;

namespace Ivr.Server.Voice.Twiml;

/// <summary>Renders a call as TwiML: the prompts in the right voices, inside the Gather that collects the answer.</summary>
internal sealed class CallTwiml(Lines lines, Voices voices, HelpDesk helpDesk)
{
    private const string Hash = "#";
    private const string NoKey = "";

    // The caller reads a long number from a card, digit by digit. A single key is faster.
    private const int SecondsForNumber = 8;
    private const int SecondsForKey = 6;
    private const int SecondsForAnother = 4;

    // Pause after the prompt "one moment", before the password is asked again.
    private const int SecondsOfMoment = 3;

    // The documents of calls with the same shape differ only in their texts and in the action. Twilio's package builds one of them.
    private readonly ConcurrentDictionary<Shape, TwimlTemplate> _templates = new();

    /// <summary>Renders the document for a call in a state that speaks.</summary>
    /// <param name="call">The call.</param>
    /// <param name="action">The URL that receives the answer and contains the sealed call. Null for an ended call.</param>
    /// <returns>TwiML, as XML without indentation.</returns>
    public string Render(Call call, string? action)
    {
        var said = CallPrompts.For(call, lines.Named(call.Line));
        var template = _templates.GetOrAdd(ShapeOf(call, said), _ => new(Document(
            call, [.. said.Select(utterance => utterance with { Text = TwimlTemplate.Place })], new(TwimlTemplate.Place, UriKind.Relative))));
        return template.Fill(InOrder(said, action));
    }

    /// <summary>Apologises in the line's languages and hangs up. Used when the call's state is not available.</summary>
    public string Apology(Line line, SaveOptions format = SaveOptions.DisableFormatting) => HangUpAfter(CallPrompts.Apology(line)).ToString(format);

    /// <summary>Says that the dialled number belongs to no line, and hangs up.</summary>
    public string NumberNotInUse() => HangUpAfter(CallPrompts.NumberNotInUse()).ToString(SaveOptions.DisableFormatting);

    private static Shape ShapeOf(Call call, IReadOnlyList<Utterance> said) => new(
        call.State,
        call.EndedBy,
        call.Notice == Notice.Busy,
        StateMachine.Answers.UserNumber.MaxKeys(call),
        string.Create(said.Count, said, static (voices, said) =>
        {
            for (var place = 0; place < voices.Length; place++)
                voices[place] = (char)('0' + 2 * (int)said[place].Language + (said[place].IsWhole ? 1 : 0));
        }));

    // The action is an attribute of the Gather, after what is said before it.
    private static string[] InOrder(IReadOnlyList<Utterance> said, string? action)
    {
        var values = said.Select(utterance => utterance.Text);
        var before = said.TakeWhile(utterance => utterance.IsWhole).Count();
        return action is null ? [.. values] : [.. values.Take(before), action, .. values.Skip(before)];
    }

    private VoiceResponse Document(Call call, IReadOnlyList<Utterance> said, Uri action)
    {
        if (call is { State: CallState.Ended, EndedBy: CallTrigger.HelpDeskAsked })
            return ConnectAfter(said, CallPrompts.AfterHelpDesk(call));
        if (call.State == CallState.Ended)
            return HangUpAfter(said);

        var response = Append(new(), said.TakeWhile(utterance => utterance.IsWhole));
        var gather = Gather(call, action);
        foreach (var (place, utterance) in said.SkipWhile(utterance => utterance.IsWhole).Index())
        {
            gather.Append(Say(utterance));
            // Within the Gather: keys that come early are not lost, and half a password would count as a wrong one.
            if (place == 0 && call.Notice == Notice.Busy)
                gather.Append(new Pause(SecondsOfMoment));
        }

        return response.Append(gather);
    }

    private VoiceResponse HangUpAfter(IEnumerable<Utterance> said) => Append(new(), said).Hangup();

    // The Dial has no action URL, so Twilio continues with this document after the help desk hangs up or does not answer.
    private VoiceResponse ConnectAfter(IEnumerable<Utterance> said, IEnumerable<Utterance> afterwards) =>
        Append(Append(new(), said).Append(new Dial(helpDesk.Number)), afterwards).Hangup();

    private VoiceResponse Append(VoiceResponse response, IEnumerable<Utterance> said)
    {
        foreach (var utterance in said)
            response.Append(Say(utterance));
        return response;
    }

    // Twilio must send a request after silence too; otherwise the document ends and Twilio hangs up. Where a single key is the answer, no
    // key ends the entry, so that # and * arrive as keys.
    private static Gather Gather(Call call, Uri action)
    {
        var (finishOnKey, numDigits, timeout) = call.State switch
        {
            CallState.Login or CallState.Password => (Hash, (int?)null, SecondsForNumber),
            CallState.UserNumber => (Hash, StateMachine.Answers.UserNumber.MaxKeys(call), SecondsForNumber),
            CallState.OwnEntries or CallState.Recorded or CallState.Undone or CallState.LeftInJournal or CallState.Practised => (NoKey, 1, SecondsForAnother),
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

    /// <summary>What the document of a call depends on, without its texts.</summary>
    /// <param name="State">The state.</param>
    /// <param name="EndedBy">What ended the call.</param>
    /// <param name="IsBusy">Whether the caller waits a moment.</param>
    /// <param name="Keys">The keys of a user number that are awaited.</param>
    /// <param name="Voices">A character for each text: its language, and whether it is before the Gather.</param>
    private readonly record struct Shape(CallState State, CallTrigger? EndedBy, bool IsBusy, int? Keys, string Voices);
}
