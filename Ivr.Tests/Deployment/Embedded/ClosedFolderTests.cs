using Ivr.Tests.Host;

namespace Ivr.Tests.Deployment.Embedded;

public sealed class ClosedFolderTests
{
    [Fact]
    public async Task In_a_folder_that_PostgreSQL_cannot_enter_its_files_go_elsewhere_and_that_is_said_in_one_line()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "Only root runs PostgreSQL as somebody else.");
        using var folder = new TemporaryFolder(isClosed: true);
        await using var server = await EmbeddedServer.StartAsync(folder);
        var elsewhere = server.Fallback;
        try
        {
            Assert.StartsWith("/var/tmp/service-voucher-ivr-", elsewhere, StringComparison.Ordinal);
            await using (var call = await server.MakePrintedCallAsync())
            await using (var database = server.OpenDatabase())
                Assert.Single(await database.FeedAsync(), entry => entry.CallSid == call.CallSid);
        }
        finally
        {
            await server.InterruptAsync();
            if (elsewhere != "")
                Directory.Delete(elsewhere, recursive: true);
        }
    }
}
