using Ivr.Server.Commands;
using Ivr.Tests.Host;

namespace Ivr.Tests.Deployment.Configuration;

/// <summary>Values that come from files end in a newline, and people copy spaces with them.</summary>
public sealed class TrimmedValuesTests(TestCluster cluster)
{
    private const string PublicUrl = "https://ivr.example.be";

    [Theory]
    [InlineData("\n")]
    [InlineData(" \r\n")]
    public async Task A_whole_call_works_with_white_space_after_each_value(string after)
    {
        await using var server = await TestServer.StartAsync(cluster, settings:
        [
            $"Twilio:RequestValidation:BaseUrlOverride={PublicUrl}{after}",
            $"Twilio:AuthToken={TestServer.AuthToken}{after}",
            $"Twilio:AccountSid=AC00000000000000000000000000000000{after}",
            $"Passwords:Pepper={TestCluster.Pepper}{after}",
            $"Lines:wallonia:Numbers:0={TestData.Wallonia}{after}",
            $"Voices:nl:Voice=Polly.Lisa-Neural{after}",
        ]);
        using var phone = server.CreatePhone(options => options with { PublicBaseUrl = new(PublicUrl) });
        await using var call = await phone.DialAsync(TestData.Wallonia);

        await call.Presses(TestData.Nl.Keys + TestData.InFlanders + "131");

        call.Hears("Uw prestatie is geregistreerd.");
    }

    [Fact]
    public void Commands_trim_too_and_the_log_keeps_the_space_after_its_time()
    {
        var configuration = Settings.ForCommand(
            ["--ConnectionStrings:Ivr=Host=/nowhere\n", "--Twilio:AccountSid= AC00000000000000000000000000000000\n", "--Passwords:Pepper=\tsixteen letters!"]);

        Assert.Equal("Host=/nowhere", configuration["ConnectionStrings:Ivr"]);
        Assert.Equal("AC00000000000000000000000000000000", configuration["Twilio:AccountSid"]);
        Assert.Equal("sixteen letters!", configuration["Passwords:Pepper"]);
        Assert.Equal("HH:mm:ss ", configuration["Logging:Console:FormatterOptions:TimestampFormat"]);
    }
}
