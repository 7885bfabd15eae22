using Twilio.TwiML.Voice;

namespace Twilio.TwiML;

/// <summary>What a voice webhook answers: verbs, carried out one after the other.</summary>
public class VoiceResponse : TwiML
{
    /// <summary>Makes an empty answer, which ends the call.</summary>
    public VoiceResponse()
        : base("Response")
    {
    }

    /// <summary>Says words; the parameters are those of <see cref="Voice.Say"/>.</summary>
    /// <returns>This answer.</returns>
    public VoiceResponse Say(string? message = null, Say.VoiceEnum? voice = null, int? loop = null, Say.LanguageEnum? language = null) =>
        Append(new Say(message, voice, loop, language));

    /// <summary>Says words.</summary>
    [Obsolete(Deprecation.UseAppend)]
    public VoiceResponse Say(Say say) => Append(say);

    /// <summary>Plays a recording or tones; the parameters are those of <see cref="Voice.Play"/>.</summary>
    /// <returns>This answer.</returns>
    public VoiceResponse Play(Uri? url = null, int? loop = null, string? digits = null) => Append(new Play(url, loop, digits));

    /// <summary>Plays a recording or tones.</summary>
    [Obsolete(Deprecation.UseAppend)]
    public VoiceResponse Play(Play play) => Append(play);

    /// <summary>Waits; the parameter is that of <see cref="Voice.Pause"/>.</summary>
    /// <returns>This answer.</returns>
    public VoiceResponse Pause(int? length = null) => Append(new Pause(length));

    /// <summary>Waits.</summary>
    [Obsolete(Deprecation.UseAppend)]
    public VoiceResponse Pause(Pause pause) => Append(pause);

    /// <summary>Collects keys or speech; the parameters are those of <see cref="Voice.Gather"/>.</summary>
    /// <returns>This answer.</returns>
    public VoiceResponse Gather(
        IEnumerable<Gather.InputEnum>? input = null,
        Uri? action = null,
        Http.HttpMethod? method = null,
        int? timeout = null,
        string? speechTimeout = null,
        int? maxSpeechTime = null,
        bool? profanityFilter = null,
        string? finishOnKey = null,
        int? numDigits = null,
        Uri? partialResultCallback = null,
        Http.HttpMethod? partialResultCallbackMethod = null,
        Gather.LanguageEnum? language = null,
        string? hints = null,
        bool? bargeIn = null,
        bool? debug = null,
        bool? actionOnEmptyResult = null,
        string? speechModel = null,
        bool? enhanced = null) =>
        Append(new Gather(
            input,
            action,
            method,
            timeout,
            speechTimeout,
            maxSpeechTime,
            profanityFilter,
            finishOnKey,
            numDigits,
            partialResultCallback,
            partialResultCallbackMethod,
            language,
            hints,
            bargeIn,
            debug,
            actionOnEmptyResult,
            speechModel,
            enhanced));

    /// <summary>Collects keys or speech.</summary>
    [Obsolete(Deprecation.UseAppend)]
    public VoiceResponse Gather(Gather gather) => Append(gather);

    /// <summary>Goes on with another document; the parameters are those of <see cref="Voice.Redirect"/>.</summary>
    /// <returns>This answer.</returns>
    public VoiceResponse Redirect(Uri? url = null, Http.HttpMethod? method = null) => Append(new Redirect(url, method));

    /// <summary>Goes on with another document.</summary>
    [Obsolete(Deprecation.UseAppend)]
    public VoiceResponse Redirect(Redirect redirect) => Append(redirect);

    /// <summary>Connects the caller with another party; the parameters are those of <see cref="Voice.Dial"/>.</summary>
    /// <returns>This answer.</returns>
    public VoiceResponse Dial(
        string? number = null,
        Uri? action = null,
        Http.HttpMethod? method = null,
        int? timeout = null,
        bool? hangupOnStar = null,
        int? timeLimit = null,
        string? callerId = null,
        Dial.RecordEnum? record = null,
        Dial.TrimEnum? trim = null,
        Uri? recordingStatusCallback = null,
        string? recordingConfigurationId = null,
        Http.HttpMethod? recordingStatusCallbackMethod = null,
        IEnumerable<Dial.RecordingEventEnum>? recordingStatusCallbackEvent = null,
        bool? answerOnBridge = null,
        Dial.RingToneEnum? ringTone = null,
        Dial.RecordingTrackEnum? recordingTrack = null,
        bool? sequential = null,
        Uri? referUrl = null,
        Http.HttpMethod? referMethod = null,
        Dial.EventsEnum? events = null) =>
        Append(new Dial(
            number,
            action,
            method,
            timeout,
            hangupOnStar,
            timeLimit,
            callerId,
            record,
            trim,
            recordingStatusCallback,
            recordingConfigurationId,
            recordingStatusCallbackMethod,
            recordingStatusCallbackEvent,
            answerOnBridge,
            ringTone,
            recordingTrack,
            sequential,
            referUrl,
            referMethod,
            events));

    /// <summary>Connects the caller with another party.</summary>
    [Obsolete(Deprecation.UseAppend)]
    public VoiceResponse Dial(Dial dial) => Append(dial);

    /// <summary>Ends the call; see <see cref="Voice.Hangup"/>.</summary>
    /// <returns>This answer.</returns>
    public VoiceResponse Hangup() => Append(new Hangup());

    /// <summary>Ends the call.</summary>
    [Obsolete(Deprecation.UseAppend)]
    public VoiceResponse Hangup(Hangup hangup) => Append(hangup);

    /// <summary>Refuses the call; the parameter is that of <see cref="Voice.Reject"/>.</summary>
    /// <returns>This answer.</returns>
    public VoiceResponse Reject(Reject.ReasonEnum? reason = null) => Append(new Reject(reason));

    /// <summary>Refuses the call.</summary>
    [Obsolete(Deprecation.UseAppend)]
    public VoiceResponse Reject(Reject reject) => Append(reject);

    /// <summary>Puts a verb at the end.</summary>
    /// <returns>This answer.</returns>
    public new VoiceResponse Append(TwiML childElem) => (VoiceResponse)base.Append(childElem);

    /// <inheritdoc cref="TwiML.SetOption"/>
    public new VoiceResponse SetOption(string key, object value) => (VoiceResponse)base.SetOption(key, value);
}
