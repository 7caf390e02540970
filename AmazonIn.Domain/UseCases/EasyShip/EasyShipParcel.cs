using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Shipping;

namespace AmazonIn.Domain.UseCases.EasyShip;

/// <summary>A package that Amazon collects, with what its calls need.</summary>
internal sealed record EasyShipParcel(OrderFile File, Package Package, ChannelConnection Channel, string OrderId);
