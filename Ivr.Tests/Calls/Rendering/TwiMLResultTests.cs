using System.Net;
using System.Xml.Linq;
using Ivr.Tests.Security.Signatures;
using Microsoft.AspNetCore.Builder;
using Twilio.AspNet.Core;
using Twilio.TwiML;
using Twilio.TwiML.Voice;
using Task = System.Threading.Tasks.Task;

namespace Ivr.Tests.Calls.Rendering;

public class TwiMLResultTests
{
    private static readonly VoiceResponse Answer = new VoiceResponse().Append(new Say("Où ? 😀")).Hangup();

    [Fact]
    public async Task The_answer_is_xml_and_indented() => await ExpectAsync(Answer.ToString(SaveOptions.None), new(Answer, SaveOptions.None));

    [Fact]
    public async Task The_answer_is_one_line_when_formatting_is_disabled() =>
        await ExpectAsync(Answer.ToString(SaveOptions.DisableFormatting), new(Answer, SaveOptions.DisableFormatting));

    [Fact]
    public async Task No_twiml_is_an_empty_answer() =>
        await ExpectAsync("<Response></Response>", new TwiMLResult(null!, SaveOptions.DisableFormatting));

    private static async Task ExpectAsync(string body, TwiMLResult answer)
    {
        await using var app = await LoopbackApp.StartAsync(_ => { }, app => app.Run(answer.ExecuteAsync));
        var response = await app.Client.GetAsync(new Uri("/", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/xml", response.Content.Headers.ContentType!.ToString());
        Assert.Equal(body, System.Text.Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync()));
    }
}
