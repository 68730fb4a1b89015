// Needs the package Azure.Identity (1.11 or later):
//   dotnet new console && dotnet add package Azure.Identity, then put this file in the place of Program.cs
// Ends with 0 when every service answered, with 1 when one did not, and with 2 when something is missing.

using System;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Threading.Tasks;
using Azure.Core;
using Azure.Identity;

internal static class Probe
{
    private const string Name = <<name>>;
    private const string TenantId = <<tenant>>;
    private const string ClientId = <<app-id>>;
    private static readonly Uri Authority = new Uri(<<authority>>);
    private static readonly HttpClient Http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });

    private static TokenCredential CreateCredential()
    {
<<credential>>
    }

    private static async Task<bool> AskAsync(TokenCredential credential, string address, string accept, string scope)
    {
        AccessToken token = await credential.GetTokenAsync(new TokenRequestContext(new[] { scope }), default);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Token);
        request.Headers.Accept.ParseAdd(accept);
        using HttpResponseMessage answer = await Http.SendAsync(request);
        Console.Error.WriteLine($"{address} answered with {(int)answer.StatusCode} {answer.Headers.WwwAuthenticate}");
        return (int)answer.StatusCode is 200 or 204;
    }

    private static string ReadEnvironment(string name)
    {
        string value = Environment.GetEnvironmentVariable(name);
        if (string.IsNullOrEmpty(value))
        {
            Console.Error.WriteLine($"Set the environment variable {name}.");
            Environment.Exit(2);
        }
        return value;
    }

    private static async Task<int> Main()
    {
        TokenCredential credential = CreateCredential();
        bool works = true;
<<services>>
        return works ? 0 : 1;
    }
}
