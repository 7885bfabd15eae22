using System.Net;
using System.Xml.Linq;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Twilio.AspNet.Core;
using Twilio.TwiML;

namespace Ivr.Tests.StandIns;

public class TwiMLResultTests
{
    private static readonly VoiceResponse Answer = new VoiceResponse().Say("Où ? 😀").Hangup();

    private static readonly string Indented = Answer.ToString(SaveOptions.None);
    private static readonly string OneLine = Answer.ToString(SaveOptions.DisableFormatting);

    [Fact]
    public async Task The_answer_is_xml_and_indented() => await ExpectAsync(Indented, () => Results.Extensions.TwiML(Answer));

    [Fact]
    public async Task The_answer_is_one_line_when_formatting_is_disabled() =>
        await ExpectAsync(OneLine, () => Results.Extensions.TwiML(Answer, SaveOptions.DisableFormatting));

    [Fact]
    public async Task A_response_becomes_a_result()
    {
        await ExpectAsync(Indented, () => Answer.ToTwiMLResult());
        await ExpectAsync(OneLine, () => Answer.ToTwiMLResult(SaveOptions.DisableFormatting));
        await ExpectAsync(Indented, () => new TwiMLResult(Answer));
    }

    [Fact]
    public async Task No_twiml_is_an_empty_answer() =>
        await ExpectAsync("<Response></Response>", () => new TwiMLResult(null!, SaveOptions.DisableFormatting));

    [Fact]
    public async Task A_controller_can_answer_with_it_too() => await ExpectAsync(
        Indented, async context => await ((IActionResult)new TwiMLResult(Answer)).ExecuteResultAsync(new(context, new RouteData(), new())));

    private static Task ExpectAsync(string body, Func<TwiMLResult> answer) => ExpectAsync(body, context => answer().ExecuteAsync(context));

    private static async Task ExpectAsync(string body, RequestDelegate answer)
    {
        await using var app = await LoopbackApp.StartAsync(_ => { }, app => app.Run(answer));
        var response = await app.Client.GetAsync(new Uri("/", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/xml", response.Content.Headers.ContentType!.ToString());
        Assert.Equal(body, System.Text.Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync()));
    }
}
