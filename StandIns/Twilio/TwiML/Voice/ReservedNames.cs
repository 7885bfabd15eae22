// The official package has these names here. They are taken, so that code which would be ambiguous with the package, say
// `Task` beside `using Twilio.TwiML.Voice;`, does not compile against the stand-in either. Nothing is behind them.
#pragma warning disable CS1591
namespace Twilio.TwiML.Voice;

public static class AiSession;

public static class Application;

public static class ApplicationSid;

public static class Assistant;

public static class Autopilot;

public static class Client;

public static class Conference;

public static class Config;

public static class Connect;

public static class Conversation;

public static class ConversationRelay;

public static class ConversationRelaySession;

public static class Dial;

public static class Echo;

public static class Enqueue;

public static class Header;

public static class Headers;

public static class Identity;

public static class Language;

public static class Leave;

public static class Number;

public static class Parameter;

public static class Pay;

public static class Play;

public static class Prompt;

public static class Queue;

public static class Record;

public static class Recording;

public static class Redirect;

public static class Refer;

public static class ReferSip;

public static class Reject;

public static class Room;

public static class Sim;

public static class Sip;

public static class Siprec;

public static class SipUri;

public static class Sms;

public static class SsmlBreak;

public static class SsmlEmphasis;

public static class SsmlLang;

public static class SsmlP;

public static class SsmlPhoneme;

public static class SsmlProsody;

public static class SsmlS;

public static class SsmlSayAs;

public static class SsmlSub;

public static class SsmlW;

public static class Start;

public static class Stop;

public static class Stream;

public static class Task;

public static class Transcription;

public static class VirtualAgent;

public static class WhatsApp;
