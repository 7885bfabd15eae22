// The official package has these names here. They are taken, so that code which would be ambiguous with the package, say
// `Task` beside `using Twilio.TwiML.Voice;`, does not compile against the stand-in either. Nothing is behind them.
#pragma warning disable CS1591
namespace Twilio.Exceptions;

public static class ApiStandardException;

public static class AuthenticationException;

public static class CertificateValidationException;

public static class RestApiStandardException;

public static class RestException;
