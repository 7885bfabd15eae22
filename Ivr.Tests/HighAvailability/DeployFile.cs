using Ivr.Tests.HighAvailability.Machines;
using Ivr.Tests.Host;

namespace Ivr.Tests.HighAvailability;

/// <summary>Reads the files of <c>deploy/cluster</c>, so that the tests run what operators copy.</summary>
internal static class DeployFile
{
    /// <summary>A file with the addresses of the network.</summary>
    public static string Text(string name, PrivateNetwork network) => network.Localise(File.ReadAllText(Repository.In("deploy", "cluster", name)));

    /// <summary>A file with environment variables.</summary>
    public static Dictionary<string, string> Environment(string name, PrivateNetwork network) =>
        Text(name, network).Split('\n')
            .Where(line => line.Contains('=', StringComparison.Ordinal) && !line.StartsWith('#'))
            .Select(line => line.Split('=', 2))
            .ToDictionary(parts => parts[0], parts => parts[1]);
}
