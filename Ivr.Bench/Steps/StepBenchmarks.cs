using BenchmarkDotNet.Attributes;
using Ivr.Bench.Rounds;
using Ivr.Caller.Webhooks;
using Ivr.Server.Voice.Settings;
using Ivr.Server.Voice.State;
using Ivr.Server.Voice.Twiml;
using Ivr.StateMachine;
using Ivr.StateMachine.Flow;
using Microsoft.Extensions.DependencyInjection;
using Twilio.Security;

namespace Ivr.Bench.Steps;

/// <summary>Measures each step of the webhook that brings the hours.</summary>
public class StepBenchmarks
{
    private const string Url = "https://voice.example/voice/answer?call=";

    private readonly RequestValidator _validator = new(HostedServer.AuthToken);
    private readonly Dictionary<string, string> _form = SampleCall.Form.ToDictionary();
    private readonly CallSeal _seal = HostedServer.Present.Services.GetRequiredService<CallSeal>();
    private readonly CallTwiml _twiml = HostedServer.Present.Services.GetRequiredService<CallTwiml>();
    private readonly Line _line = HostedServer.Present.Services.GetRequiredService<Lines>().Dialled(SampleCall.Dialled)!;
    private readonly Conversation _conversation;

    private readonly string _sealed;
    private readonly string _signature;
    private readonly Call _asked;
    private readonly Call _summary;

    /// <summary>Prepares the input of the steps.</summary>
    public StepBenchmarks()
    {
        _conversation = new(_line);
        _asked = SampleCall.AtHours(_line);
        _summary = _conversation.Hear(_asked, SampleCall.Digits, _asked.StartedAt);
        _sealed = _seal.Seal(_asked, SampleCall.Tally, SampleCall.CallSid);
        _signature = new RequestSigner(HostedServer.AuthToken).Sign(new(Url + _sealed), SampleCall.Form);
    }

    [Benchmark(Description = "signature")]
    public bool Signature() => _validator.Validate(Url + _sealed, _form, _signature) ? true : throw new BenchException("The signature does not fit.");

    [Benchmark(Description = "opening the state")]
    public object Open() => _seal.Open(_sealed, SampleCall.CallSid) ?? throw new BenchException("The state does not open.");

    /// <summary>Converts the keys to a trigger, and moves the state machine.</summary>
    [Benchmark(Description = "deciding")]
    public object Decide() => _conversation.Hear(_asked, SampleCall.Digits, _asked.StartedAt);

    [Benchmark(Description = "sealing the state")]
    public string Seal() => _seal.Seal(_summary, SampleCall.Tally, SampleCall.CallSid);

    /// <summary>Renders the document of the current state, and writes it as it is sent.</summary>
    [Benchmark(Description = "rendering")]
    public string Render() => _twiml.Render(_summary, $"answer?call={_sealed}");
}
