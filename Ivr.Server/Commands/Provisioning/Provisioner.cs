using Ivr.Server.Voice.Settings;
using Microsoft.Extensions.Options;
using Spectre.Console;
using Twilio.Clients;
using Twilio.Exceptions;
using Twilio.Http;
using Twilio.Rest.Api.V2010.Account;
using Twilio.Types;

namespace Ivr.Server.Commands.Provisioning;

/// <summary>
/// Compares the lines' numbers at Twilio with the required settings and changes them on request. When <c>api</c> is null, requests go to
/// the internet; otherwise to this handler, which is not disposed.
/// </summary>
internal sealed class Provisioner(TwilioSettings settings, Lines lines, IAnsiConsole console, HttpMessageHandler? api = null)
{
    /// <summary>Exit code: all numbers have the required settings.</summary>
    public const int AsItShouldBe = 0;

    /// <summary>Exit code: an error that this command cannot fix.</summary>
    public const int Failed = 1;

    /// <summary>Exit code: some numbers differ, and nothing was changed.</summary>
    public const int Differs = 2;

    private static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(30);

    /// <summary>Prints the differences, changes the numbers when <paramref name="apply"/> is true, and returns an exit code.</summary>
    /// <exception cref="OptionsValidationException">The account or the public address is not configured.</exception>
    public async Task<int> RunAsync(bool apply)
    {
        var wanted = NumberSettings.For(Required(settings.RequestValidation.BaseUrlOverride, "RequestValidation:BaseUrlOverride", "the public address of the server, such as https://voice.example"));
        var account = Required(settings.AccountSid, "AccountSid", "the account that the numbers are in");
        using var http = Open();
        http.Timeout = RequestTimeout;
        var client = new TwilioRestClient(account, settings.AuthToken!, httpClient: new SystemNetHttpClient(http));
        try
        {
            foreach (var warning in await AccountWarnings.FindAsync(client, settings))
                console.MarkupLineInterpolated($"[yellow]Warning:[/] {warning}");
            return await CompareAsync(client, wanted, apply);
        }
        catch (ApiException refused)
        {
            console.MarkupLineInterpolated($"[red]Twilio refused:[/] {refused.Message} ({refused.Code})");
        }
        catch (ApiConnectionException unreachable)
        {
            console.MarkupLineInterpolated($"[red]Twilio cannot be reached:[/] {(unreachable.InnerException ?? unreachable).Message}");
        }

        return Failed;
    }

    private System.Net.Http.HttpClient Open() => (api, settings.ApiBaseUrl) switch
    {
        ({ } handler, _) => new(handler, disposeHandler: false),
        (_, { Length: > 0 } url) => new(new ApiAddress(new Uri(url), new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })),
        _ => new(),
    };

    private async Task<int> CompareAsync(TwilioRestClient client, NumberSettings wanted, bool apply)
    {
        var differing = new List<string>();
        var missing = 0;
        foreach (var (number, line) in lines.Numbers)
        {
            // The API's filter also matches a part of a number, so the whole number is compared here.
            var found = (await IncomingPhoneNumberResource.ReadAsync(phoneNumber: new PhoneNumber(number), client: client))
                .FirstOrDefault(each => each.PhoneNumber?.ToString() == number);
            var differences = found is null ? null : NumberSettings.Of(found).DifferencesTo(wanted);
            Show(number, line.Name, differences);
            if (differences is null)
                missing++;
            else if (differences.Count > 0)
                differing.Add(found!.Sid!);
        }

        if (missing > 0)
        {
            console.WriteLine($"{missing} of {lines.Numbers.Count} numbers are not in this account; nothing was changed. Lines:* is what the server answers to.");
            return Failed;
        }

        if (differing.Count == 0)
            return AsItShouldBe;
        if (apply)
            return await ApplyAsync(client, wanted, differing);
        console.WriteLine($"{differing.Count} of {lines.Numbers.Count} numbers differ; nothing was changed. --apply changes them.");
        return Differs;
    }

    private async Task<int> ApplyAsync(TwilioRestClient client, NumberSettings wanted, IReadOnlyList<string> differing)
    {
        var left = 0;
        foreach (var sid in differing)
        {
            var changed = await IncomingPhoneNumberResource.UpdateAsync(wanted.ToUpdate(sid), client);
            var differences = NumberSettings.Of(changed).DifferencesTo(wanted);
            Show($"{changed.PhoneNumber}, changed", sid, differences);
            left += differences.Count;
        }

        return left == 0 ? AsItShouldBe : Failed;
    }

    private void Show(string number, string of, IReadOnlyList<Difference>? differences)
    {
        console.MarkupLineInterpolated($"[bold]{number}[/] ({of}){differences switch
        {
            null => ": not in this account",
            [] => ": as it should be",
            _ => "",
        }}");
        foreach (var (name, now, should) in differences ?? [])
        {
            console.MarkupLineInterpolated($"  {name,-22} [red]- {OrNothing(now)}[/]");
            console.MarkupLineInterpolated($"  {"",-22} [green]+ {OrNothing(should)}[/]");
        }

        static string OrNothing(string value) => value.Length == 0 ? "nothing" : value;
    }

    private static string Required(string? value, string key, string what) => string.IsNullOrEmpty(value)
        ? throw new OptionsValidationException(TwilioSettings.Section, typeof(TwilioSettings), [$"{TwilioSettings.Section}:{key} is missing: {what}."])
        : value;
}
