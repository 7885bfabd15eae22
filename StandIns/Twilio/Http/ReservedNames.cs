// The official package has these names here. They are taken, so that code which would be ambiguous with the package, say
// `Task` beside `using Twilio.TwiML.Voice;`, does not compile against the stand-in either. Nothing is behind them.
#pragma warning disable CS1591
namespace Twilio.Http;

public static class HttpClient;

public static class Request;

public static class Response;

public static class SystemNetHttpClient;
