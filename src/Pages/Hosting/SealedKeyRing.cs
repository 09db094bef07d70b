using System.Xml.Linq;
using HnCe.Domain.Accounts;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.Options;

namespace HnCe.Pages.Hosting;

/// <summary>The framework's key ring lies in the database for all instances; it is sealed there like personal data, so a stolen database signs nobody in.</summary>
public sealed class SealedKeyRing(SecretBox box) : IXmlEncryptor, IConfigureOptions<KeyManagementOptions>
{
    private const string Column = "key-ring";

    public void Configure(KeyManagementOptions options) => options.XmlEncryptor = this;

    public EncryptedXmlInfo Encrypt(XElement plaintextElement) => new(
        new XElement("sealed", Convert.ToBase64String(box.Seal(plaintextElement.ToString(SaveOptions.DisableFormatting), Column, ""))), typeof(Opener));

    /// <summary>Made by the framework with the container in its hand.</summary>
    public sealed class Opener(IServiceProvider services) : IXmlDecryptor
    {
        public XElement Decrypt(XElement encryptedElement) =>
            XElement.Parse(services.GetRequiredService<SecretBox>().Open(Convert.FromBase64String(encryptedElement.Value), Column, ""));
    }
}
