using Ivr.Bench.Rounds;

namespace Ivr.Bench.Peer;

/// <summary>Loads the server and the plain service in turns, both published as they would be deployed.</summary>
internal static class PeerRun
{
    /// <returns>The measurements of the server, and those of the plain service.</returns>
    /// <exception cref="BenchException">A program does not build, start or answer.</exception>
    public static Task<IReadOnlyList<MeasuredBuild>> RunAsync(BenchSettings settings, BenchCluster cluster, Action<string> say, CancellationToken cancellationToken)
    {
        return new RoundsRun(settings, cluster, say).RunAsync(PublishAsync, cancellationToken);

        async Task<IReadOnlyList<Build>> PublishAsync(DirectoryInfo folder, CancellationToken stop)
        {
            say("Publishing the server and the plain service ...");
            return
            [
                await Build.PublishedAsync(folder.CreateSubdirectory("server").FullName, stop),
                await PlainBuild.PublishedAsync(folder.CreateSubdirectory("plain").FullName, stop),
            ];
        }
    }
}
