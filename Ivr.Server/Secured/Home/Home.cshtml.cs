using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ivr.Server.Secured.Home;

/// <summary>The page at <c>/</c>. In Development it links the pages of the server and the phone; otherwise it leads to the company's page.</summary>
internal sealed class HomeModel(IConfiguration configuration, IHostEnvironment environment) : PageModel
{
    /// <summary>Configuration key: URL of the browser phone, set when one was started.</summary>
    public const string PhoneKey = "Demonstration:Phone";

    /// <summary>URL of the browser phone; null when there is none.</summary>
    public string? Phone => configuration[PhoneKey];

    public IActionResult OnGet() => environment.IsDevelopment() ? Page() : LocalRedirect("~/company");
}
