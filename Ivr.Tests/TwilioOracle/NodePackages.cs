using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Ivr.Tests.Oracles;

/// <summary>The folder of <c>oracle.mjs</c> and the packages that it needs.</summary>
internal static class NodePackages
{
    private static readonly string OfRepository = Path.Combine("Ivr.Tests", "TwilioOracle");
    private static readonly string Folder = FindFolder();

    /// <summary>Installs what <c>package-lock.json</c> names, unless that was done since it last changed.</summary>
    internal static async Task InstallAsync()
    {
        // npm writes this file last.
        var installed = new FileInfo(Path.Combine(Folder, "node_modules", ".package-lock.json"));
        var wanted = new FileInfo(Path.Combine(Folder, "package-lock.json"));
        if (installed.Exists && installed.LastWriteTimeUtc >= wanted.LastWriteTimeUtc)
            return;

        using var npm = Start(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", "ci");
        npm.StandardInput.Close();
        var complaints = npm.StandardError.ReadToEndAsync();
        await npm.StandardOutput.ReadToEndAsync();
        await npm.WaitForExitAsync();
        if (npm.ExitCode != 0)
            throw new InvalidOperationException($"npm ci failed in {Folder}: {await complaints}");
    }

    /// <summary>Starts a program in the folder, with its input and outputs in our hands.</summary>
    internal static Process Start(string program, string argument)
    {
        var start = new ProcessStartInfo(program, [argument])
        {
            WorkingDirectory = Folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception missing)
        {
            // The folder is there, so it is the program that is not.
            throw new InvalidOperationException(
                $"{program} is not installed, and these tests ask the official Twilio SDK for Node.js: apt-get install nodejs npm",
                missing);
        }
    }

    private static string FindFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, OfRepository, "oracle.mjs")))
            folder = folder.Parent;
        return Path.Combine(
            folder?.FullName ?? throw new InvalidOperationException($"{OfRepository} is in no folder above {AppContext.BaseDirectory}"),
            OfRepository);
    }
}
