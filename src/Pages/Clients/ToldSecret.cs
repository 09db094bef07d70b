namespace HnCe.Pages.Clients;

/// <summary>What a program needs to ask for tokens; the secret is shown once.</summary>
/// <param name="ClientId">客户端标识.</param>
/// <param name="Secret">密钥; null for an app.</param>
public sealed record ToldSecret(string ClientId, string? Secret);
