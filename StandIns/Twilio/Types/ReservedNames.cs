// The official package has these names here. They are taken, so that code which would be ambiguous with the package, say
// `Task` beside `using Twilio.TwiML.Voice;`, does not compile against the stand-in either. Nothing is behind them.
#pragma warning disable CS1591
namespace Twilio.Types;

public static class App;

public static class Client;

public static class EmptyUri;

public static class FeedbackIssue;

public static class IceServer;

public static class InboundCallPrice;

public static class InboundSmsPrice;

public static class OutboundCallPrice;

public static class OutboundCallPriceWithOrigin;

public static class OutboundPrefixPrice;

public static class OutboundPrefixPriceWithOrigin;

public static class OutboundSmsPrice;

public static class PhoneNumberCapabilities;

public static class PhoneNumberPrice;

public static class RecordingRule;

public static class RecordingRulesUpdate;

public static class SubscribeRule;

public static class SubscribeRulesUpdate;
