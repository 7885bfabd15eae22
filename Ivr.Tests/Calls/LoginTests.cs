using Ivr.Tests.Host;

namespace Ivr.Tests.Calls;

public sealed class LoginTests(TestCluster cluster)
{
    private const string Unknown = "980999999999";

    [Fact]
    public async Task An_unknown_login_and_a_wrong_password_sound_the_same()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using var known = await server.DialAsync(TestData.FlandersLandline);
        await using var unknown = await server.DialAsync(TestData.FlandersLandline);
        for (var pair = 1; pair <= 3; pair++)
        {
            await known.Presses($"{TestData.Nl.Login}#11111#");
            await unknown.Presses($"{Unknown}#11111#");
            Assert.Equal(known.Heard, unknown.Heard);
        }
    }
}
