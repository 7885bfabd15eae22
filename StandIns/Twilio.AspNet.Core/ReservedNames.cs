// The official package has these names here. They are taken, so that code which would be ambiguous with the package, say
// `Task` beside `using Twilio.TwiML.Voice;`, does not compile against the stand-in either. Nothing is behind them.
#pragma warning disable CS1591
namespace Twilio.AspNet.Core;

public static class CredentialType;

public static class ResultsExtensions;

public static class TwilioClientDependencyInjectionExtensions;

public static class TwilioClientOptions;

public static class TwilioController;

public static class TwilioControllerExtensions;

public static class TwilioOptions;

public static class TwiMLExtensions;

public static class ValidateRequestAttribute;

public static class ValidateTwilioRequestMiddleware;

public static class ValidateTwilioRequestMiddlewareExtensions;
