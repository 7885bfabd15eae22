using System.Net;
using Ivr.Tests.Host;

namespace Ivr.Tests.Deployment.Configuration;

/// <summary>The environment variables of ASP.NET Core set the address, and the default is only a default.</summary>
public sealed class ListenAddressTests : IDisposable
{
    private static readonly string[] Right =
        ["serve", "--ConnectionStrings:Ivr=Host=/nowhere", $"--Twilio:AuthToken={TestServer.AuthToken}", "--Passwords:Pepper=sixteen letters!"];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("ASPNETCORE_URLS", "http://127.0.0.1:0")]
    [InlineData("ASPNETCORE_HTTP_PORTS", "0")]
    [InlineData("DOTNET_URLS", "http://127.0.0.1:0")]
    [InlineData("Urls", "http://127.0.0.1:0\n")]
    public async Task A_variable_of_the_framework_sets_the_address(string name, string value)
    {
        await using var node = await Node.ListeningAsync(
            ServerProgram.Start(_folder.Path, "Production", new Dictionary<string, string>(StringComparer.Ordinal) { [name] = value }, Right));
        using var http = new HttpClient();
        using var answer = await http.GetAsync(new Uri($"http://127.0.0.1:{node.Url.Port}/health/live"), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.NotEqual(5080, node.Url.Port);
        Assert.DoesNotContain("Overriding", node.Output, StringComparison.Ordinal);
    }
}
