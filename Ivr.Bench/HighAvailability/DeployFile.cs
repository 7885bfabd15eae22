using System.Reflection;
using Ivr.Bench.HighAvailability.Machines;

namespace Ivr.Bench.HighAvailability;

/// <summary>Reads the files of <c>deploy/cluster</c>, so that what runs here is what operators copy.</summary>
internal static class DeployFile
{
    /// <summary>A file with the addresses of the network.</summary>
    public static string Text(string name, PrivateNetwork network)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream($"cluster/{name}")!);
        return network.Localise(reader.ReadToEnd());
    }

    /// <summary>A file with environment variables.</summary>
    public static Dictionary<string, string> Environment(string name, PrivateNetwork network) =>
        Text(name, network).Split('\n')
            .Where(line => line.Contains('=', StringComparison.Ordinal) && !line.StartsWith('#'))
            .Select(line => line.Split('=', 2))
            .ToDictionary(parts => parts[0], parts => parts[1]);
}
