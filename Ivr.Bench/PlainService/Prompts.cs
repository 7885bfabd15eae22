using Twilio.TwiML;

namespace PlainService;

/// <summary>What the caller hears, in Dutch.</summary>
internal static class Prompts
{
    private const string Language = "nl-NL";

    private static readonly Uri Input = new("/voice/input", UriKind.Relative);

    /// <summary>Says a note and asks the question of the call's step. The load command reads the step from the header.</summary>
    public static IResult Ask(HttpResponse http, Call call, string? note = null)
    {
        http.Headers["X-Ivr-State"] = call.Step.ToString();
        var (text, numDigits, finishOnKey) = Question(call);
        var response = new VoiceResponse();
        if (!string.IsNullOrEmpty(note))
            response.Say(note, language: Language);
        response.Append(
            new Twilio.TwiML.Voice.Gather(action: Input, method: Twilio.Http.HttpMethod.Post, numDigits: numDigits, finishOnKey: finishOnKey, timeout: 10)
                .Say(text, language: Language));
        response.Redirect(Input, Twilio.Http.HttpMethod.Post);
        return ToResult(response);
    }

    public static IResult Goodbye(string text) => ToResult(new VoiceResponse().Say(text, language: Language).Hangup());

    private static IResult ToResult(VoiceResponse response) => Results.Text(response.ToString(), "application/xml");

    private static (string Text, int? NumDigits, string? FinishOnKey) Question(Call call) => call.Step switch
    {
        Step.Login => ("Welkom bij de prestatielijn. Geef uw inlognummer in, gevolgd door een hekje.", null, "#"),
        Step.Password => ("Geef uw wachtwoord in, gevolgd door een hekje.", null, "#"),
        Step.UserNumber => ("Geef het twaalfcijferige nummer van de gebruiker in.", 12, null),
        Step.Activity => ("Kies de activiteit. " + string.Join(' ', CallFlow.Activities.Select(a => $"Druk {a.Key} voor {a.Value}.")), 1, null),
        Step.Hours => ("Geef het aantal uren in, van 1 tot 9.", 1, null),
        Step.Summary => ($"U koos {CallFlow.Activities[call.Activity]}, {call.Hours} uur, bij {call.UserName}. Druk 1 om te registreren, of 2 om opnieuw te kiezen.", 1, null),
        Step.Recorded => ("Druk 1 om nog een prestatie in te geven, of hang op.", 1, null),
        _ => throw new InvalidOperationException($"Nothing to ask in step {call.Step}"),
    };
}
