using Twilio.Exceptions;

namespace Ivr.Caller.Live;

/// <summary>
/// Twilio did not do what was requested. The message is for the user. It contains no text from Twilio, because Twilio's text may repeat
/// what was sent, including keys.
/// </summary>
internal sealed class RealLineException : Exception
{
    private RealLineException(string message, Exception? inner)
        : base(message, inner)
    {
    }

    internal static RealLineException NotPlaced(TwilioException failed) => new(
        $"{Why(failed)} {(Refused(failed) ? "No call was placed." : "It is not certain whether the call was placed: look at the account's calls before you try again.")}",
        failed);

    internal static RealLineException NeverEnded(string sid, string? status, TwilioException? trouble) => new(
        $"Twilio does not say how call {sid} ended; the last it said is \"{status}\".{(trouble is null ? "" : $" {Why(trouble)}")}", trouble);

    private static bool Refused(TwilioException failed) =>
        failed is ApiException { Status: >= 400 and < 500 } || IsOutOfReach(failed);

    private static bool IsOutOfReach(TwilioException failed) => failed.InnerException is HttpRequestException
    {
        HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
    };

    private static string Why(TwilioException failed) => failed switch
    {
        _ when IsOutOfReach(failed) => "Twilio's API cannot be reached.",
        ApiConnectionException => "Twilio's API did not answer.",
        ApiException { Status: 401 or 403 } refused =>
            $"Twilio refuses the credentials ({refused.Status}): TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN are wrong, or not of one account.",
        ApiException { Status: 429 } => "Twilio is asked too often (429).",
        ApiException { Status: >= 500 } trouble => $"Twilio has trouble ({trouble.Status}).",
        ApiException { Code: not 0 } refused => $"Twilio refuses the call ({refused.Code}): {Meaning(refused.Code)} "
            + $"See https://www.twilio.com/docs/api/errors/{refused.Code}.",
        _ => "Twilio's answer cannot be read.",
    };

    private static string Meaning(int code) => code switch
    {
        20404 => "there is no such account.",
        21205 or 21206 => "it does not take the keys; try a smaller --send-digits-limit.",
        21210 or 21212 or 21606 => "the calling number is not the account's, nor verified by it.",
        21211 or 21214 or 21217 => "the number called is not one that can be called.",
        21215 or 21216 or 13227 => "the account may not call there; see its voice geographic permissions.",
        21219 or 21608 => "a trial account may call verified numbers only.",
        _ => "the page below says why.",
    };
}
