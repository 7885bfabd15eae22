namespace Ivr.Server.Configuration;

/// <summary>Starts a web application, and stops it again when it cannot start.</summary>
internal static class HostStart
{
    // Background services start before the port turns out to be taken. A host that is disposed without being stopped logs their
    // cancellation as a fault, with a page of stack trace.
    public static async Task StartOrStopAsync(this WebApplication server)
    {
        try
        {
            await server.StartAsync();
        }
        catch
        {
            await server.StopAsync();
            throw;
        }
    }
}
