using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Ivr.Tests.Oracles;

/// <summary>Folders of the tests with a <c>package.json</c>, and the packages that they need.</summary>
internal static class NodePackages
{
    private static readonly string Oracle = FolderOf("Oracles");

    /// <summary>Installs what the oracle needs.</summary>
    internal static Task InstallAsync() => InstallAsync(Oracle);

    /// <summary>Installs what a folder's <c>package-lock.json</c> names, unless that was done since it last changed.</summary>
    internal static async Task InstallAsync(string folder)
    {
        // npm writes this file last.
        var installed = new FileInfo(Path.Combine(folder, "node_modules", ".package-lock.json"));
        var wanted = new FileInfo(Path.Combine(folder, "package-lock.json"));
        if (installed.Exists && installed.LastWriteTimeUtc >= wanted.LastWriteTimeUtc)
            return;

        using var npm = Start(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", "ci", folder);
        npm.StandardInput.Close();
        var complaints = npm.StandardError.ReadToEndAsync();
        await npm.StandardOutput.ReadToEndAsync();
        await npm.WaitForExitAsync();
        if (npm.ExitCode != 0)
            throw new InvalidOperationException($"npm ci failed in {folder}: {await complaints}");
    }

    /// <summary>Starts a program in the oracle's folder, with its input and outputs in our hands.</summary>
    internal static Process Start(string program, string argument) => Start(program, argument, Oracle);

    private static Process Start(string program, string argument, string folder)
    {
        var start = new ProcessStartInfo(program, [argument])
        {
            WorkingDirectory = folder,
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
                $"{program} is not installed, and these tests ask packages from npm: apt-get install nodejs npm",
                missing);
        }
    }

    /// <summary>A folder of the tests, in the repository.</summary>
    internal static string FolderOf(string name)
    {
        var ofRepository = Path.Combine("Ivr.Tests", name);
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, ofRepository, "package.json")))
            folder = folder.Parent;
        return Path.Combine(
            folder?.FullName ?? throw new InvalidOperationException($"{ofRepository} is in no folder above {AppContext.BaseDirectory}"),
            ofRepository);
    }
}
